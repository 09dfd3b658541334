const KINDS = { "valuable-customer-at-risk": "Valuable customer at risk" };
const AGES = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });

/** How long ago, in the largest unit that fits. */
function age(instant) {
  const seconds = (Date.now() - Date.parse(instant)) / 1000;
  const fit = AGES.find(([size]) => seconds >= size);
  return fit ? relative.format(-Math.floor(seconds / fit[0]), fit[1]) : "just now";
}

function money({ amount, currency }) {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

function part(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** One alert of the list. Everything that came from outside goes in as text. */
export function alertItem(alert, isNew) {
  const element = document.createElement("li");
  element.className = isNew ? "alert arriving" : "alert";
  element.dataset.severity = alert.severity;
  element.dataset.alertId = alert.alertId;
  const when = part("time", "when", "");
  when.dateTime = alert.effectiveAt;
  when.title = new Date(alert.effectiveAt).toLocaleString();
  const showAge = () => {
    when.textContent = age(alert.effectiveAt);
  };
  showAge();
  element.append(
    part("span", "severity", alert.severity.toLowerCase()),
    part("span", "customer", alert.customerId),
    part("span", "kind", KINDS[alert.kind] ?? alert.kind),
    part("span", "text", alert.text),
    part("span", "value", money(alert.valueAtStake)),
    when,
  );
  return { element, showAge };
}
