package tapwright.core.policy.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.policy.Samples;
import tapwright.core.policy.library.Overlays;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Pack;

class PackPageTest {

  static List<Pack> packs() {
    return Samples.PACKS.all();
  }

  private static final Pack PACK =
      Samples.pack(
          """
          inForce: {from: 2026-01-01, by: purchasedAt, clause: Z4, notice: {days: 15}}
          windows:
            days: {from: [purchasedAt, upgradedAt], calendar-days: 7, first: excluded, last: end-of-day}
            early: {before: renewsAt, business-days: 5}
            roll: {from: deliveredAt, calendar-days: 1, first: counted, last: next-business-day}
          clauses:
            - id: Z1
              kind: right
              source: {lines: [3, 4], section: "two"}
              says: money & <b>more</b>
              claims: [refund, delete-data]
              when:
                line: [card, plaque]
                within: days
                not: {shown: {cause: customer}}
                usage: {in: days, fewer-than: 50}
                opened: false
              evidence: [reason, {any-of: [description, screenshot], when: {happened: deliveredAt}}]
              then:
                - when: {happened: upgradedAt}
                  outcome: full-refund
                  effects: [downgrade]
                - {outcome: full-refund, amount: price, shipping: seller}
              due:
                - {step: refund, from: approvedAt, business-days: 10, first: excluded, last: end-of-day}
                - {step: cancel-effective, at: [paidUntil, renewsAt]}
              overrides: {Z2: better-right}
              reading: {chosen: one, rejected: [two, three], because: four}
            - {id: Z2, kind: bar, source: {lines: 5, section: two}, says: no, claims: [refund], when: {any: [{after: roll}, {within: {window: early, act: cancelledAt}}]}, then: {outcome: deny}}
            - {id: Z3, kind: duty, source: {lines: 6, section: two}, says: soon, claims: [refund], due: [{step: acknowledge, hours: 48}]}
            - {id: Z4, kind: version, source: {lines: 7, section: two}, says: this one, claims: [refund]}
          clashes: [{between: [Z1, Z3], because: nobody knows}]
          gaps: [{id: hole, claims: [cancel], because: silence}]
          """);

  private static final String PAGE =
      """
      A sample seller
        pack          z-sample@1
        in force      since 2026-01-01, for orders of which the purchase is not before
                      that day
                      as clause Z4 says
                      changes are announced 15 days ahead
        calendar      days are those of Asia/Riyadh
        week          business days are MON TUE WED THU SUN
        uses          taps and shares count
        law           rights that the law gives beside the policy are not part of this
                      page

      Z1  Right
        source        section "two", lines 3, 4
        says          money & <b>more</b>
        claims        refund, delete data
        when          what was ordered is card or plaque
                      the claim comes within 7 calendar days of the purchase or the
                      upgrade, whichever is later
                      not: it is shown that the cause is customer
                      there are fewer than 50 uses within 7 calendar days of the
                      purchase or the upgrade, whichever is later
                      it was not opened
        asks for      reason
                      description or screenshot, if the delivery has happened
        then          full refund, downgrade, if the upgrade has happened
                      full refund, amount: price, the seller pays the shipping
        due           refund within 10 business days of the approval
                      cancel effective at the end of the time paid for, or else at the
                      renewal
        goes before   Z2 because it gives the customer the better right
        read as       one
        rejected      two
                      three
        because       four

      Z2  Bar
        source        section "two", line 5
        says          no
        claims        refund
        when          one of these:
                      – the claim comes later than 1 calendar day (the first day
                      counted, a last day that is free moved to the next business day)
                      from the delivery
                      – the cancellation comes at least 5 business days before the
                      renewal
        then          deny
        gives way to  Z1 because that gives the customer the better right

      Z3  Duty
        source        section "two", line 6
        says          soon
        claims        refund
        due           acknowledge within 48 hours of the claim

      Z4  Version
        source        section "two", line 7
        says          this one
        claims        refund

      Clauses that clash: a person decides
        Z1, Z3        nobody knows

      What the text leaves open: a person decides
        gap           hole
        claims        cancel
        when          always
        because       silence
      """;

  @Test
  void page_saysEverythingInWords_withWindowsInline() {
    List<String> page =
        PackPage.of(PACK).stream().filter(line -> !line.startsWith("  sha256")).toList();

    assertEquals(PAGE, String.join("\n", page) + "\n");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void page_fitsATerminal_andNamesEveryClauseAndGap(Pack pack) {
    List<String> page = PackPage.of(pack);
    String text = String.join(" ", page).replaceAll(" +", " ");

    assertEquals(List.of(), page.stream().filter(line -> line.length() > 80).toList());
    for (Clause clause : pack.clauses()) {
      assertTrue(page.stream().anyMatch(line -> line.startsWith(clause.id() + "  ")), clause.id());
      assertTrue(text.contains(clause.citation().says()), clause.id());
    }
    pack.gaps().forEach(gap -> assertTrue(text.contains(gap.because()), gap.id()));
  }

  @ParameterizedTest
  @MethodSource("packs")
  void html_needsNothingBesides_andEveryLinkLeadsSomewhere(Pack pack) {
    String html = PackPage.html(pack);

    assertFalse(Pattern.compile("src=|https?://|<script|@import|url\\(").matcher(html).find());
    Matcher links = Pattern.compile("href=\"#([^\"]*)\"").matcher(html);
    int count = 0;
    while (links.find()) {
      assertTrue(html.contains("<section id=\"" + links.group(1) + "\">"), links.group(1));
      count++;
    }
    assertTrue(count >= pack.clauses().size());
  }

  @Test
  void html_showsTextsAsTheyAre() {
    String html = PackPage.html(PACK);

    assertTrue(html.contains("<dd>money &amp; &lt;b&gt;more&lt;/b&gt;</dd>"), html);
    assertTrue(html.contains("<dd><a href=\"#Z2\">Z2</a> because it gives the customer"), html);
  }

  @Test
  void page_ofAPackWithAnOverlay_marksWhatIsTheLaws() {
    Pack pack =
        Overlays.shipped()
            .onAll(Samples.PACKS, List.of("law-in"))
            .orThrow()
            .find("e-mand")
            .orElseThrow();
    List<String> page = PackPage.of(pack);

    assertTrue(page.contains("IN1  Right, of the law"));
    assertTrue(String.join(" ", page).replaceAll(" +", " ").contains("confirm with counsel"));
  }
}
