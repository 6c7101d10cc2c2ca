package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Properties by key, in the order in which they were put. Two short arrays: an event has few properties, and a table would
 * take more memory than all the rest of a record. Filled by one thread, then sealed and read by any.
 */
public final class Attributes extends AbstractMap<String, PropertyValue> {
    private static final int USUAL_SIZE = 16;

    private String[] keys = new String[USUAL_SIZE];
    private PropertyValue[] values = new PropertyValue[USUAL_SIZE];
    private int size;
    private boolean sealed;

    /** No properties yet. */
    public Attributes() {}

    /**
     * Sets a property.
     *
     * @throws UnsupportedOperationException if this is sealed
     */
    @Override
    public @Nullable PropertyValue put(String key, PropertyValue value) {
        requireUnsealed();
        int at = indexOf(key);
        if (at >= 0) {
            PropertyValue before = values[at];
            values[at] = value;
            return before;
        }
        append(key, value);
        return null;
    }

    /**
     * Adds a property whose key is known not to be here yet, without looking for it.
     *
     * @param key the key
     * @param value the value
     * @throws UnsupportedOperationException if this is sealed
     */
    public void add(String key, PropertyValue value) {
        requireUnsealed();
        append(key, value);
    }

    private void append(String key, PropertyValue value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        keys[size] = key;
        values[size++] = value;
    }

    @Override
    public void putAll(Map<? extends String, ? extends PropertyValue> others) {
        others.forEach(this::put);
    }

    /**
     * Lets nobody change this any more.
     *
     * @return this
     */
    public Attributes seal() {
        sealed = true;
        return this;
    }

    /**
     * Whether nobody can change this any more.
     *
     * @return true once sealed
     */
    public boolean isSealed() {
        return sealed;
    }

    @Override
    public @Nullable PropertyValue get(@Nullable Object key) {
        int at = indexOf(key);
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return indexOf(key) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void clear() {
        requireUnsealed();
        size = 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super PropertyValue> action) {
        for (int i = 0; i < size; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, PropertyValue>> entrySet() {
        return new EntrySet();
    }

    private void requireUnsealed() {
        if (sealed) {
            throw new UnsupportedOperationException("sealed");
        }
    }

    /** A text remembers its hash, so that nearly all keys are told apart by that. */
    private int indexOf(@Nullable Object key) {
        int hash = key == null ? 0 : key.hashCode();
        for (int i = 0; i < size; i++) {
            if (keys[i].hashCode() == hash && keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private final class EntrySet extends AbstractSet<Entry<String, PropertyValue>> {
        @Override
        public Iterator<Entry<String, PropertyValue>> iterator() {
            return new Entries();
        }

        @Override
        public int size() {
            return size;
        }
    }

    private final class Entries implements Iterator<Entry<String, PropertyValue>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Entry<String, PropertyValue> next() {
            if (next == size) {
                throw new NoSuchElementException();
            }
            return Map.entry(keys[next], values[next++]);
        }
    }
}
