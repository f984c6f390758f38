package ai.opsai.benchmarks.read;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Lets readers read the same stream in turns, and looks at the heap of one more read. */
public final class Races {

    private static final int HEAP_POINTS = 5;

    private final PagedProvider provider;
    private final Consumer<String> say;

    public Races(PagedProvider provider, Consumer<String> say) {
        this.provider = provider;
        this.say = say;
    }

    /** Records a second, round for round; a first round warms up and doesn't count. */
    public List<Speed> run(List<Reader> readers, int rounds) throws IOException, InterruptedException {
        var speeds = new ArrayList<Speed>();
        readers.forEach(reader -> speeds.add(new Speed(reader.name(), new ArrayList<>())));
        for (int round = 0; round <= rounds; round++) {
            say.accept(round == 0 ? "Warming up" : "Round " + round + " of " + rounds);
            for (int i = 0; i < readers.size(); i++) {
                double perSecond = perSecond(readers.get(i));
                if (round > 0) {
                    speeds.get(i).perSecond().add(perSecond);
                }
            }
        }
        return speeds;
    }

    private double perSecond(Reader reader) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int[] count = new int[1];
        reader.read(sofar -> count[0] = sofar);
        double seconds = (System.nanoTime() - begun) / 1e9;
        complete(reader, count[0]);
        return count[0] / seconds;
    }

    /** Bytes in use after a collection, by the number of records read. */
    public Map<Integer, Long> heap(Reader reader) throws IOException, InterruptedException {
        say.accept("Watching the heap");
        var used = new TreeMap<Integer, Long>();
        int step = Math.max(1, provider.records() / HEAP_POINTS);
        int[] next = {step};
        int[] count = new int[1];
        reader.read(sofar -> {
            count[0] = sofar;
            if (sofar >= next[0]) {
                used.put(sofar, afterCollection());
                next[0] += step;
            }
        });
        complete(reader, count[0]);
        return used;
    }

    private void complete(Reader reader, int count) {
        if (count != provider.records()) {
            throw new IllegalStateException(reader.name() + " read " + count + " of " + provider.records()
                    + " records, so nothing was measured");
        }
    }

    private static long afterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
