package tapwright.agent.print;

import java.util.List;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;

/**
 * Sample people in the scripts that labels must print.
 *
 * @param script whose letters they use
 */
public record Contacts(String script, String name, String title, String company) {

  /** One for each script, names with the hard cases of it. */
  public static final List<Contacts> ALL =
      List.of(
          new Contacts("Latin", "Jürgen Groß-Šimić", "Geschäftsführer", "Beispiel & Söhne GmbH"),
          new Contacts("Vietnamese", "Nguyễn Thị Ánh Nguyệt", "Giám đốc", "Công ty Ví Dụ"),
          new Contacts("Arabic", "محمد عبد الله", "مدير المبيعات", "شركة المثال"),
          new Contacts("Devanagari", "क्षितिज श्रीवास्तव", "मुख्य प्रबंधक", "उदाहरण लिमिटेड"),
          new Contacts("Chinese", "张伟", "销售总监", "示例贸易有限公司"),
          new Contacts("Japanese", "田中さくら", "部長", "例株式会社"),
          new Contacts("Korean", "김철수", "이사", "예시 주식회사"));

  /** A label of this person with an order and a card of its own. */
  public LabelContent content(String link) {
    return LabelContent.of(link)
        .with(LabelField.NAME, name)
        .with(LabelField.TITLE, title)
        .with(LabelField.COMPANY, company)
        .with(LabelField.ORDER, "SO-1042")
        .with(LabelField.CARD_ID, "7K3M9QX2ZD");
  }

  @Override
  public String toString() {
    return script;
  }
}
