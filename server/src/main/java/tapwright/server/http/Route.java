package tapwright.server.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.server.record.seller.Scope;

/**
 * One line of the table of who may do what.
 *
 * @param operationId the operation in the document
 * @param scope what a token must be good for
 * @param work what is done
 */
record Route(String operationId, Scope scope, Function<Request, CompletableFuture<Reply>> work) {}
