/**
 * Carries out what follows of claims: on cards, on plans, with money, by people or by the server.
 */
@NullMarked
package tapwright.server.app.effect;

import org.jspecify.annotations.NullMarked;
