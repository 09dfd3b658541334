package io.clientele.profile.preference;

/**
 * The ways in which a customer comes into contact with a category or a brand, and how much each
 * tells of what they are drawn to. The weights are ours: an order outweighs any number of looks
 * that a customer takes in one visit, and a list tells less than a product, since the shop chose
 * what is in it.
 */
enum Contact {
  /** A category's list was looked at. */
  LISTED(0.5),
  /** A product was looked at; also, for a channel, anything that the customer did there. */
  VIEWED(1),
  /** A product was put into the cart. */
  CARTED(3),
  /** A line of an order, whatever its quantity: ten candles tell no more than one of them. */
  ORDERED(6);

  private final double weight;

  Contact(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }
}
