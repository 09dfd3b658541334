package io.clientele.contract.profile;

import io.clientele.contract.CustomerProfile.Trait;

/**
 * Who the customer is, as far as the shop said; whatever is unknown is null. Each value comes with
 * the time at which it was said and with who said it.
 *
 * @param ageBand years of age: {@code under-18}, {@code 18-24}, {@code 25-34}, {@code 35-44},
 *     {@code 45-54}, {@code 55-64} or {@code 65+}, at the time for which the profile is asked; or
 *     the band that the shop gave, in its own words
 * @param gender {@code female}, {@code male} or {@code other}
 * @param income as the shop said it: a number or a text, in the shop's own unit
 * @param education in the shop's own words
 * @param occupation in the shop's own words
 * @param household how many live there or what kind it is, as the shop said it
 */
public record Demographics(
    Trait ageBand,
    Trait gender,
    Trait income,
    Trait education,
    Trait occupation,
    Trait household) {}
