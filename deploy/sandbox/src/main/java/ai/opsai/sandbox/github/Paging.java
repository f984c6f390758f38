package ai.opsai.sandbox.github;

import ai.opsai.sandbox.http.Parameters;
import ai.opsai.sandbox.http.Request;
import ai.opsai.sandbox.http.Response;
import ai.opsai.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** GitHub's pages: {@code per_page} up to 100, {@code page} from 1, neighbours in the Link header. */
record Paging(int page, int size) {

    static Paging of(Parameters query) {
        return new Paging(query.number("page", 1, 1, 1_000_000), query.number("per_page", 30, 1, 100));
    }

    <T> List<T> cut(List<T> all) {
        int from = (int) Math.min((long) (page - 1) * size, all.size());
        return all.subList(from, Math.min(from + size, all.size()));
    }

    <T> Response list(Request request, List<T> all, Function<T, ? extends JsonNode> row) {
        return linked(
                request,
                all.size(),
                Response.json(200, Json.array(cut(all).stream().map(row).toList())));
    }

    Response linked(Request request, int total, Response response) {
        int last = Math.max(1, (total + size - 1) / size);
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(link(request, Math.min(page - 1, last), "prev"));
        }
        if (page < last) {
            links.add(link(request, page + 1, "next"));
            links.add(link(request, last, "last"));
        }
        if (page > 1) {
            links.add(link(request, 1, "first"));
        }
        return links.isEmpty() ? response : response.with("Link", String.join(", ", links));
    }

    private static String link(Request request, int page, String relation) {
        String query = request.query().with("page", Integer.toString(page)).encode();
        return "<" + request.baseUrl() + request.path() + "?" + query + ">; rel=\"" + relation + "\"";
    }
}
