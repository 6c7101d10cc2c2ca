// Sends one event through the SDK's exporter named by the second argument, and prints what the SDK made of the answer.
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto';

const [url, encoding, project] = process.argv.slice(2);
const exporter = encoding === 'json' ? new JsonExporter({ url }) : new ProtobufExporter({ url });
const outcomes = [];
const watched = {
  export: (records, done) => exporter.export(records, (result) => { outcomes.push(result); done(result); }),
  shutdown: () => exporter.shutdown(),
  forceFlush: () => exporter.forceFlush(),
};
const provider = new LoggerProvider({ processors: [new BatchLogRecordProcessor({ exporter: watched })] });
provider.getLogger('shop').emit({
  eventName: 'order.placed',
  attributes: { 'user.id': '42', project_id: project, express: true, items: 3 },
});
await provider.forceFlush();
await provider.shutdown();
console.log(JSON.stringify(outcomes.map((outcome) => ({ code: outcome.code, error: String(outcome.error ?? '') }))));
