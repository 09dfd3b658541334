/** What a customer does, as pairs of a call and its message. */
export function story(customer) {
  const product = { product_id: `mug-${customer}`, name: 'Mug', price: 19.95, quantity: 2 }
  return [
    ['identify', { userId: customer, traits: { plan: 'gold', email: `${customer}@example.org` } }],
    ['track', { userId: customer, event: 'Product Viewed', properties: product }],
    [
      'track',
      {
        userId: customer,
        event: 'Order Completed',
        properties: {
          order_id: `order-${customer}`,
          revenue: 39.9,
          currency: 'USD',
          products: [product],
        },
      },
    ],
    ['page', { userId: customer, name: 'Checkout', properties: { path: '/checkout' } }],
    ['group', { userId: customer, groupId: `group-${customer}`, traits: { seats: 3 } }],
    ['alias', { userId: customer, previousId: `previous-${customer}` }],
  ]
}
