package ai.opsai.auth.provider;

import java.util.Arrays;
import java.util.List;

/**
 * Where a server's addresses are found when the server is another one. The last steps that the old and the new address
 * have in common are the server's own; what stands before them is replaced, in every address that begins so, and for
 * any other address of the old host its host is.
 */
record Relocation(String oldStart, String newStart, String oldOrigin, String newOrigin) {

    static Relocation of(Address old, Address now) {
        List<String> before = steps(old);
        List<String> after = steps(now);
        int common = 0;
        while (common < Math.min(before.size(), after.size())
                && before.get(before.size() - 1 - common).equals(after.get(after.size() - 1 - common))) {
            common++;
        }
        String oldPath = joined(before, common);
        String newPath = joined(after, common);
        return new Relocation(
                old.origin() + oldPath,
                now.origin() + newPath,
                old.origin(),
                // A common path that is whole names the place of the whole server.
                oldPath.isEmpty() ? now.origin() + newPath : now.origin());
    }

    Address of(Address address) {
        String text = address.template();
        if (text.equals(oldStart) || text.startsWith(oldStart + "/") || text.startsWith(oldStart + "?")) {
            return new Address(newStart + text.substring(oldStart.length()));
        }
        return address.origin().equals(oldOrigin) ? new Address(newOrigin + address.rest()) : address;
    }

    private static List<String> steps(Address address) {
        return Arrays.stream(address.rest().split("/", -1))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static String joined(List<String> steps, int withoutLast) {
        StringBuilder path = new StringBuilder();
        steps.subList(0, steps.size() - withoutLast)
                .forEach(step -> path.append('/').append(step));
        return path.toString();
    }
}
