package io.clientele.bench.sessions;

import java.util.List;

/**
 * What somebody else reports on the same split by the same protocol, in percent.
 *
 * @param source where it stands
 */
public record Published(String name, double hr20, double mrr20, String source) {

  private static final String SR_GNN = "Wu et al., AAAI 2019";
  private static final String STAN = "Garg et al., SIGIR 2019";
  private static final String REPRODUCED = "reproduced, models.md";

  /** YooChoose 1/64, as collected in models.md, "Published". */
  static final List<Published> YOOCHOOSE =
      List.of(
          new Published("S-POP", 30.44, 18.35, SR_GNN),
          new Published("Item-KNN", 51.60, 21.81, SR_GNN),
          new Published("SKNN", 63.77, 25.22, STAN),
          new Published("VSKNN", 66.49, 26.94, REPRODUCED),
          new Published("sequential rules", 67.02, 30.17, REPRODUCED),
          new Published("NARM", 68.32, 28.63, SR_GNN),
          new Published("STAN", 69.45, 28.74, STAN),
          new Published("SR-GNN", 70.57, 30.94, SR_GNN),
          new Published("GCE-GNN", 72.18, 30.84, "models.md"),
          new Published("GraphFine", 72.64, 31.93, "models.md"));

  /** Serenade's example, as collected in models.md, "Published". */
  static final List<Published> SERENADE =
      List.of(
          new Published(
              "Serenade (tuned: MRR 34.01)",
              64.02,
              32.77,
              "bolcom/serenade, Kersbergen et al., SIGMOD 2022"),
          new Published("VSTAN, prototype", 66.92, 37.76, "models.md"),
          new Published("STAN, prototype", 66.81, 38.08, "models.md"));
}
