// Keeps the page up to date. Everything here works without it too: each part is made by the server, and only exchanged.
'use strict';

const PERIOD = 5000;
const parts = new Map();
// A time without its zone is half a time.
const form = new Intl.DateTimeFormat(undefined, {
  year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short',
});

function localise(within) {
  for (const time of within.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    time.title = time.textContent;
    time.textContent = form.format(at);
  }
}

function live(page) {
  return page.querySelectorAll('[data-live]');
}

function isInUse(part) {
  const selection = document.getSelection();
  return part.contains(document.activeElement)
    || (selection && !selection.isCollapsed && part.contains(selection.anchorNode));
}

function opened(part) {
  return Array.from(part.querySelectorAll('details[open]'), details => pathOf(details));
}

// The id of a record, or its place within the record that has one.
function pathOf(details) {
  const outer = details.parentElement.closest('details[id], [data-live]');
  return details.id || outer.id + '>' + details.className;
}

function exchange(old, fresh) {
  const open = new Set(opened(old));
  old.replaceWith(fresh);
  for (const details of fresh.querySelectorAll('details')) {
    details.open = open.has(pathOf(details));
  }
  localise(fresh);
}

function tellNews(page) {
  const before = document.getElementById('now-heading');
  const after = page.getElementById('now-heading');
  if (before && after && before.textContent !== after.textContent) {
    document.getElementById('news').textContent = 'What leaves this installation now: ' + after.textContent;
    document.title = page.title;
  }
}

function take(page) {
  tellNews(page);
  for (const fresh of live(page)) {
    const old = document.getElementById(fresh.id);
    const text = fresh.outerHTML;
    if (old && parts.get(fresh.id) !== text && !isInUse(old)) {
      parts.set(fresh.id, text);
      exchange(old, document.adoptNode(fresh));
    }
  }
}

let asked = 0;
let shown = 0;

async function refresh() {
  if (document.hidden) {
    return;
  }
  const turn = ++asked;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'error' });
    const text = await answer.text();
    // An answer that was overtaken by a later one is old.
    if (answer.ok && turn > shown) {
      shown = turn;
      take(new DOMParser().parseFromString(text, 'text/html'));
    }
  } catch (gone) {
    // The service is away, or the session is over: what is shown stays, and loading the page again says which.
  }
}

for (const part of live(document)) {
  parts.set(part.id, part.outerHTML);
}
localise(document);
if (parts.size > 0) {
  setInterval(refresh, PERIOD);
  document.addEventListener('visibilitychange', refresh);
}
