package ai.opsai.sampler.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a manifest with its place in the file. */
public sealed interface Source {

    Location at();

    /** The node as plain maps, lists and scalars. */
    @Nullable
    Object plain();

    /** Plain maps, lists and scalars as nodes that all stand in one place. */
    static Source of(@Nullable Object plain, Location at) {
        return switch (plain) {
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, Source>();
                map.forEach((key, value) -> entries.put(String.valueOf(key), of(value, at)));
                yield new Mapping(entries, at);
            }
            case List<?> list -> {
                var items = new ArrayList<Source>();
                list.forEach(item -> items.add(of(item, at)));
                yield new Items(items, at);
            }
            case null, default -> new Scalar(plain, at);
        };
    }

    /** A mapping, in the order of the file. */
    record Mapping(Map<String, Source> entries, Location at) implements Source {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        public @Nullable Source get(String key) {
            Source found = entries.get(key);
            return found instanceof Scalar(Object value, Location _) && value == null ? null : found;
        }

        public boolean has(String key) {
            return get(key) != null;
        }

        /** The component's type; empty where it names none. */
        public String type() {
            return get("type") instanceof Scalar(Object value, Location _) ? String.valueOf(value) : "";
        }

        public Mapping mapping(String key) {
            if (get(key) instanceof Mapping mapping) {
                return mapping;
            }
            throw problem(key + " is missing or no mapping");
        }

        /** The items of a list; one item where the file has a single value; none where it has nothing. */
        public List<Source> list(String key) {
            return switch (get(key)) {
                case null -> List.of();
                case Items(List<Source> items, Location _) -> items;
                case Mapping mapping -> List.of(mapping);
                case Scalar scalar -> List.of(scalar);
            };
        }

        /** The items of a list, each of which must be a mapping. */
        public List<Mapping> mappings(String key) {
            return list(key).stream().map(item -> mapping(key, item)).toList();
        }

        private static Mapping mapping(String key, Source item) {
            if (item instanceof Mapping mapping) {
                return mapping;
            }
            throw new ManifestException(item.at(), "", "an item of " + key + " is no mapping");
        }

        /** The items of a list as texts. */
        public List<String> texts(String key) {
            return list(key).stream().map(item -> String.valueOf(item.plain())).toList();
        }

        /** A scalar as text. */
        public String text(String key) {
            String text = optionalText(key);
            if (text == null) {
                throw problem(key + " is missing");
            }
            return text;
        }

        public @Nullable String optionalText(String key) {
            return switch (get(key)) {
                case null -> null;
                case Scalar(Object value, Location _) -> value == null ? null : value.toString();
                case Mapping _, Items _ -> throw problem(key + " is no text");
            };
        }

        public boolean flag(String key, boolean otherwise) {
            String text = optionalText(key);
            return text == null ? otherwise : text.equalsIgnoreCase("true");
        }

        public int number(String key, int otherwise) {
            String text = optionalText(key);
            try {
                return text == null ? otherwise : Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw problem(key + " is no number");
            }
        }

        public ManifestException problem(String message) {
            return new ManifestException(at, type(), message);
        }

        @Override
        public Object plain() {
            var map = new LinkedHashMap<String, @Nullable Object>();
            entries.forEach((key, value) -> map.put(key, value.plain()));
            return map;
        }
    }

    /** A sequence. */
    record Items(List<Source> items, Location at) implements Source {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Object plain() {
            var list = new ArrayList<@Nullable Object>();
            items.forEach(item -> list.add(item.plain()));
            return list;
        }
    }

    /** A text, number, boolean or nothing. */
    record Scalar(@Nullable Object value, Location at) implements Source {
        @Override
        public @Nullable Object plain() {
            return value;
        }
    }
}
