package ai.opsai.organizer.unification.linking;

import ai.opsai.organizer.unification.EarlierLinks;
import ai.opsai.organizer.unification.Identity;
import ai.opsai.organizer.unification.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Gives groups their ids. A group takes over the earlier id with the most members in common, the smallest of equals; an
 * earlier id goes to the group that holds most of it. What is new gets a UUIDv8 of its smallest member. Ids that nobody
 * took over although their members live on elsewhere redirect there.
 */
public final class UnifiedIds {

    private final Map<RecordId, UUID> earlier = new HashMap<>();
    private final Map<UUID, UUID> redirects;

    public UnifiedIds(EarlierLinks links, String entity) {
        for (Identity identity : links.identities()) {
            if (identity.entity().equals(entity)) {
                earlier.put(identity.member(), identity.unifiedId());
            }
        }
        redirects = new TreeMap<>(Comparator.comparing(UUID::toString));
        redirects.putAll(links.redirects());
    }

    private record Claim(UUID id, int group, int common) {}

    /** The ids of the groups, in their order. */
    public List<UUID> assign(List<? extends Set<RecordId>> groups) {
        UUID[] ids = new UUID[groups.size()];
        Set<UUID> taken = new HashSet<>();
        for (Claim claim : claims(groups)) {
            if (ids[claim.group()] == null && taken.add(claim.id())) {
                ids[claim.group()] = claim.id();
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null) {
                ids[i] = fresh(groups.get(i), taken);
                taken.add(ids[i]);
            }
        }
        List<UUID> assigned = List.of(ids);
        redirect(groups, assigned, taken);
        return assigned;
    }

    /** Where retired ids lead, with those of this run; chains are shortened to their end. */
    public Map<UUID, UUID> redirects() {
        return redirects;
    }

    private List<Claim> claims(List<? extends Set<RecordId>> groups) {
        List<Claim> claims = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            Map<UUID, Integer> common = new HashMap<>();
            for (RecordId member : groups.get(group)) {
                UUID id = earlier.get(member);
                if (id != null) {
                    common.merge(id, 1, Integer::sum);
                }
            }
            int of = group;
            common.forEach((id, count) -> claims.add(new Claim(id, of, count)));
        }
        claims.sort(Comparator.comparingInt(Claim::common)
                .reversed()
                .thenComparing(claim -> claim.id().toString())
                .thenComparingInt(Claim::group));
        return claims;
    }

    private void redirect(List<? extends Set<RecordId>> groups, List<UUID> ids, Set<UUID> taken) {
        Map<UUID, Map<UUID, Integer>> heirs = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (RecordId member : groups.get(i)) {
                UUID old = earlier.get(member);
                if (old != null && !taken.contains(old)) {
                    heirs.computeIfAbsent(old, _ -> new HashMap<>()).merge(ids.get(i), 1, Integer::sum);
                }
            }
        }
        heirs.forEach((old, counts) -> counts.entrySet().stream()
                .min(Map.Entry.<UUID, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .ifPresent(heir -> redirects.put(old, heir.getKey())));
        redirects.keySet().removeAll(taken);
        redirects.replaceAll((_, to) -> end(to));
    }

    private UUID end(UUID id) {
        UUID end = id;
        Set<UUID> passed = new HashSet<>();
        while (redirects.containsKey(end) && passed.add(end)) {
            end = redirects.getOrDefault(end, end);
        }
        return end;
    }

    /** A UUIDv8 of the smallest member; when that id is taken by another group, of the member and a counter. */
    private static UUID fresh(Set<RecordId> group, Set<UUID> taken) {
        RecordId smallest = group.stream().min(Comparator.naturalOrder()).orElseThrow();
        UUID id = uuid(smallest.toString());
        for (int i = 2; taken.contains(id); i++) {
            id = uuid(smallest + "#" + i);
        }
        return id;
    }

    private static UUID uuid(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            long high = 0;
            long low = 0;
            for (int i = 0; i < 8; i++) {
                high = (high << 8) | (hash[i] & 0xff);
                low = (low << 8) | (hash[i + 8] & 0xff);
            }
            return new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
