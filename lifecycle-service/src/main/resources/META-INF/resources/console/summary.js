const NAMES = {
  PROSPECT: "Prospect",
  NEW: "New",
  ACTIVE: "Active",
  AT_RISK: "At risk",
  CHURNED: "Churned",
  WON_BACK: "Won back",
};
const whole = new Intl.NumberFormat("en");

function entry(state, customers) {
  const box = document.createElement("div");
  box.dataset.state = state;
  const name = document.createElement("dt");
  name.textContent = NAMES[state] ?? state;
  const count = document.createElement("dd");
  count.textContent = whole.format(customers);
  box.append(name, count);
  return box;
}

/** The counts, or what to say while there are none to show. */
export function showSummary(summary) {
  const note = document.getElementById("summary-note");
  if (!summary) {
    note.textContent = "The counts are unavailable; trying again…";
    return;
  }
  const states = Object.entries(summary.states);
  document.getElementById("summary").replaceChildren(...states.map(([s, n]) => entry(s, n)));
  note.textContent = `${whole.format(summary.known)} known customers, ${whole.format(summary.anonymous)} anonymous shoppers.`;
}
