package io.clientele.recommendation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.recommendation.serve.ReasonTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

  @Test
  void chineseOfAnyKindIsChinese() {
    for (String header : List.of("zh", "zh-CN", "zh-Hant-TW,en;q=.5", "de;q=1.0, zh-HK;q=0.8")) {
      assertThat(Languages.best(header)).isEqualTo(ReasonTexts.CHINESE);
    }
  }

  @Test
  void everythingElseIsEnglish() {
    assertThat(Languages.best(null)).isEqualTo(ReasonTexts.ENGLISH);
    for (String header : List.of("", "en-GB, zh;q=0.5", "de", "*", "%%;q=x", "zh;q=7")) {
      assertThat(Languages.best(header)).isEqualTo(ReasonTexts.ENGLISH);
    }
  }
}
