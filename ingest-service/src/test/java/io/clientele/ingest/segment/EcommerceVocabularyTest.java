package io.clientele.ingest.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.contract.Payload;
import io.clientele.ingest.protocol.SentRequest;
import io.clientele.ingest.protocol.TestDesk;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of Segment's Ecommerce v2 table, and every alias of v1. */
final class EcommerceVocabularyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final String PRODUCT =
      "'product_id':'p','sku':'s','category':'Mugs','name':'Mug','brand':'Potter','variant':'red',"
          + "'price':2.50,'quantity':2,'coupon':'TEN','position':3,"
          + "'url':'https://shop.example/mug','image_url':'https://shop.example/mug.jpg'";

  private static final String ORDER =
      "'order_id':'o','checkout_id':'c','affiliation':'Shop','subtotal':5,'total':7.5,"
          + "'revenue':5,'shipping':2,'tax':0.5,'discount':0,'coupon':'TEN','currency':'USD',"
          + "'products':[{'product_id':'p','price':2.5,'quantity':2}]";

  private final TestDesk desk = new TestDesk();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Products Searched | 'query':'red mug' | Searched[]",
        "Product List Viewed; Viewed Product Category | 'list_id':'l','category':'Mugs',"
            + "'products':[{PRODUCT}] |"
            + " ProductListViewed[listId=l, category=Mugs, products=[Product[id=p",
        "Product List Filtered | 'list_id':'l','filters':[{'type':'price','value':'under-25'}],"
            + "'sorts':[{'type':'price','value':'desc'}],'products':[{PRODUCT}] |"
            + " filters=[Criterion[type=price, value=under-25]],"
            + " sorts=[Criterion[type=price, value=desc]]]",
        "Promotion Viewed; Viewed Promotion | 'promotion_id':'m','creative':'top','name':'Sale',"
            + "'position':1 |"
            + " PromotionSeen[clicked=false, promotionId=m, name=Sale, creative=top, position=1]",
        "Promotion Clicked; Clicked Promotion | 'promotion_id':'m','name':'Sale' |"
            + " PromotionSeen[clicked=true, promotionId=m, name=Sale",
        "Product Clicked; Clicked Product | PRODUCT | ProductViewed[product=Product[id=p",
        "Product Viewed; Viewed Product | PRODUCT,'currency':'usd','value':5 |"
            + " ProductViewed[product=Product[id=p, name=Mug, category=Mugs, brand=Potter,"
            + " variant=red, price=2.5",
        "Product Added; Added Product | 'cart_id':'k',PRODUCT |"
            + " CartChanged[cartId=k, change=ADDED, products=[Product[id=p",
        "Product Removed; Removed Product | 'cart_id':'k',PRODUCT |"
            + " CartChanged[cartId=k, change=REMOVED, products=[Product[id=p",
        "Cart Viewed | 'cart_id':'k','products':[{PRODUCT}] |"
            + " CartChanged[cartId=k, change=VIEWED, products=[Product[id=p",
        "Checkout Started; Started Order | ORDER | CheckoutStarted[orderId=o, products=[Product[",
        "Checkout Step Viewed; Viewed Checkout Step | 'checkout_id':'c','step':2,"
            + "'shipping_method':'Post','payment_method':'Visa' |"
            + " CheckoutProgressed[stage=STEP_VIEWED, checkoutId=c, orderId=null, step=2,"
            + " shippingMethod=Post, paymentMethod=Visa]",
        "Checkout Step Completed; Completed Checkout Step | 'checkout_id':'c','step':2 |"
            + " CheckoutProgressed[stage=STEP_COMPLETED, checkoutId=c",
        "Payment Info Entered | 'checkout_id':'c','order_id':'o','step':3,"
            + "'payment_method':'Visa' |"
            + " CheckoutProgressed[stage=PAYMENT_ENTERED, checkoutId=c, orderId=o, step=3",
        "Order Updated; Updated Order | ORDER |"
            + " OrderCompleted[orderId=o, revenue=Money[amount=5, currency=USD]",
        "Order Updated; Updated Order | 'order_id':'o','state':'packed' |"
            + " Custom[name=Order Updated, properties={order_id=o, state=packed}]",
        "Order Completed; Completed Order | ORDER |"
            + " OrderCompleted[orderId=o, revenue=Money[amount=5, currency=USD]",
        "Order Refunded | 'order_id':'o','total':7.5,'currency':'USD',"
            + "'products':[{'product_id':'p','price':2.5,'quantity':2}] |"
            + " OrderRefunded[orderId=o, amount=Money[amount=7.5, currency=USD]",
        "Order Cancelled | ORDER | OrderCancelled[orderId=o]",
        "Coupon Entered | 'order_id':'o','cart_id':'k','coupon_id':'TEN' |"
            + " Custom[name=Coupon Entered, properties={order_id=o, cart_id=k, coupon_id=TEN}]",
        "Coupon Applied | 'coupon_id':'TEN','coupon_name':'Ten off','discount':1.5 |"
            + " Custom[name=Coupon Applied, properties={coupon_id=TEN, coupon_name=Ten off,"
            + " discount=1.5}]",
        "Coupon Denied | 'coupon_name':'Ten off','reason':'expired' |"
            + " Custom[name=Coupon Denied, properties={coupon_name=Ten off, reason=expired}]",
        "Coupon Removed | 'coupon_id':'TEN','discount':'1.50' |"
            + " Custom[name=Coupon Removed, properties={coupon_id=TEN, discount=1.50}]",
        "Product Added to Wishlist | 'wishlist_id':'w','wishlist_name':'Mine',PRODUCT |"
            + " Engaged[kind=WISHLIST, productId=p",
        "Product Removed from Wishlist | 'wishlist_id':'w',PRODUCT |"
            + " Engaged[kind=WISHLIST_REMOVED, productId=p",
        "Wishlist Product Added to Cart | 'wishlist_id':'w','cart_id':'k',PRODUCT |"
            + " CartChanged[cartId=k, change=ADDED, products=[Product[id=p",
        "Product Shared | 'share_via':'email','share_message':'Look','recipient':'bob',PRODUCT |"
            + " Engaged[kind=SHARE, productId=p, via=email]",
        "Cart Shared | 'share_via':'email','cart_id':'k','products':[{PRODUCT}] |"
            + " Engaged[kind=SHARE, productId=p, via=email]",
        "Product Reviewed | 'product_id':'p','review_id':'r','review_body':'Good','rating':'5' |"
            + " Reviewed[productId=p, reviewId=r, rating=5]"
      })
  void eventIsTheSameHoweverItsNameIsSpelled(String names, String properties, String payload) {
    for (String name : names.split("; ", -1)) {
      for (String spelling :
          List.of(name, name.toLowerCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))) {
        assertThat(taken(spelling, properties).toString()).contains(payload);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Updated Order | 'state':'packed' | missing-order-id | /properties/order_id",
        "Product Removed from Wishlist | 'wishlist_id':'w' | missing-product-id |"
            + " /properties/product_id",
        "Promotion Viewed | 'position':1 | invalid-value | /properties/promotion_id",
        "Promotion Clicked | 'promotion_id':{} | invalid-value | /properties/promotion_id",
        "Coupon Applied | 'order_id':'o' | invalid-value | /properties/coupon_id",
        "Coupon Applied | 'coupon_id':'c','discount':'ten' | invalid-money | /properties/discount",
        "Coupon Applied | 'coupon_id':'c','discount':-1 | invalid-money | /properties/discount",
        "Coupon Applied | 'coupon_id':'c','order_id':[] | invalid-value | /properties/order_id",
        "Checkout Step Viewed | 'step':{} | invalid-value | /properties/step",
        "Product List Viewed | 'products':[{'name':'Mug'}] | missing-product-id |"
            + " /properties/products/0/product_id",
        "Cart Viewed | 'products':[{'sku':'s','price':'cheap'}] | invalid-money |"
            + " /properties/products/0/price"
      })
  void whatAnEventCannotDoWithoutIsNamed(
      String name, String properties, String reason, String field) {
    serve(name, properties);

    assertThat(desk.log().rejected().get(0).reason()).isEqualTo(reason);
    assertThat(desk.log().rejected().get(0).field()).isEqualTo(field);
  }

  @Test
  void nameOfAPromotionIsNobodysName() {
    taken("Viewed Promotion", "'name':'Ada Sale'");

    assertThat(desk.event().personal()).isEmpty();
  }

  private Payload taken(String name, String properties) {
    serve(name, properties);
    assertThat(desk.log().rejected()).isEmpty();
    return desk.events().get(desk.events().size() - 1).payload();
  }

  private void serve(String name, String properties) {
    String all = properties.replace("PRODUCT", PRODUCT).replace("ORDER", ORDER);
    String json = "{'userId':'u','event':'" + name + "','properties':{" + all + "}}";
    desk.serve(
        new SegmentProtocol(),
        SentRequest.post("/v1/track", NOW).withParameter("writeKey", TestDesk.KEY),
        json.replace('\'', '"'));
  }
}
