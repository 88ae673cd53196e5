package tapwright.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.card.HandOver.Person;

/** Contacts of one card, one after the other. */
class HandOverTest {

  @ParameterizedTest(name = "{0} to {4}: {8}")
  @CsvSource({
    "First Sample,,,a@one.example, Other Example,,,b@two.example, true",
    "First Sample,,,a@one.example, Other Example,,,b@one.example, true",
    "First Sample,,+1 555 0100,, Other Example,,+1 555 0101,, true",
    "First Sample,One,,a@one.example, Other Example,Two,,b@two.example, true",
    "First Sample,,,a@one.example, FIRST EXAMPLE,,,b@two.example, false",
    "First Sample,,,a@one.example, 'Sample, Dr. Other',,,b@two.example, false",
    "First Sample,,,a@one.example, Other Example,,,A@ONE.example, false",
    "First Sample,,(1) 555-0100,a@one.example, Other Example,,1555 0100,b@two.example, false",
    "First Sample,One,,a@one.example, Other Example,ONE,,b@two.example, false",
    "First Sample,One,,a@one.example, Other Example,,,b@one.example, false",
    "First Sample,,,a@one.example, Other Example,,,, false",
    "First Sample,,,, Other Example,,,b@two.example, false",
    "First Sample,,,a@one.example, Other Example,,1555 0100,, false",
    ",,,a@one.example, Other Example,,,b@two.example, false",
    "First Sample,,,a@one.example, '...',,,b@two.example, false",
    "عينة,,,a@one.example, 示例,,,b@two.example, true"
  })
  void contacts_areOfTwoPeopleWhereNothingTiesThem(
      @Nullable String name,
      @Nullable String company,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String nextName,
      @Nullable String nextCompany,
      @Nullable String nextPhone,
      @Nullable String nextEmail,
      boolean handedOver) {
    assertEquals(
        handedOver,
        HandOver.isBetween(
            person(name, company, phone, email),
            person(nextName, nextCompany, nextPhone, nextEmail)));
  }

  @Test
  void person_isNotToldInText() {
    String told = person("First Sample", "", "", "a@one.example").toString();

    assertFalse(told.contains("Sample") || told.contains("one.example"), told);
  }

  private static Person person(
      @Nullable String name,
      @Nullable String company,
      @Nullable String phone,
      @Nullable String email) {
    return new Person(known(name), known(company), known(phone), known(email));
  }

  private static String known(@Nullable String field) {
    return field == null ? "" : field;
  }
}
