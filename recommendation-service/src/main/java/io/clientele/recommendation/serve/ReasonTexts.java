package io.clientele.recommendation.serve;

import java.util.Locale;

/** Reasons in words that a storefront can show as they are. */
public enum ReasonTexts {
  ENGLISH {
    @Override
    public String of(Reason reason) {
      return switch (reason.kind()) {
        case SESSION -> "because you viewed " + reason.itemName();
        case AGAIN -> "you looked at it before";
        case TOGETHER -> "often bought with " + reason.itemName();
        case HISTORY -> "because you looked at " + reason.itemName() + " before";
        case POPULAR -> "popular in " + reason.category();
        case TRENDING -> "popular now";
        case SIMILAR -> "similar to " + reason.itemName();
      };
    }
  },
  CHINESE {
    @Override
    public String of(Reason reason) {
      return switch (reason.kind()) {
        case SESSION -> "因为您浏览过" + reason.itemName();
        case AGAIN -> "您浏览过";
        case TOGETHER -> "常与" + reason.itemName() + "一起购买";
        case HISTORY -> "因为您以前浏览过" + reason.itemName();
        case POPULAR -> reason.category() + "热门商品";
        case TRENDING -> "当前热门";
        case SIMILAR -> "与" + reason.itemName() + "相似";
      };
    }
  };

  /** Those of a language; English ones where there are none. */
  public static ReasonTexts in(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
  }

  /** The reason as a phrase without an end. */
  public abstract String of(Reason reason);
}
