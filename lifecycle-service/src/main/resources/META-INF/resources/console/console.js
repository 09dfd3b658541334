import { alertStream, lifecycleSummary, openAlerts } from "./api.js";
import { alertItem } from "./alert-item.js";
import { showSummary } from "./summary.js";

const SHOWN = 200;
const RETRY_MILLIS = 2000;
const SUMMARY_MILLIS = 10000;
const AGES_MILLIS = 30000;

const list = document.getElementById("alerts");
const items = new Map();

function connection(state, text) {
  const line = document.getElementById("connection");
  line.dataset.state = state;
  line.textContent = text;
}

function retitle() {
  const more = items.size >= SHOWN ? "+" : "";
  document.getElementById("count").textContent = `${items.size}${more}`;
  document.getElementById("empty").hidden = items.size > 0;
  document.title = items.size > 0 ? `(${items.size}${more}) Clientele · Alerts` : "Clientele · Alerts";
}

function remove(alertId) {
  items.get(alertId)?.element.remove();
  items.delete(alertId);
}

/** Takes an alert in its newest form; lists come oldest first through here. */
function take(alert, isNew) {
  remove(alert.alertId);
  if (alert.status === "OPEN") {
    const item = alertItem(alert, isNew);
    items.set(alert.alertId, item);
    list.prepend(item.element);
    while (items.size > SHOWN) {
      remove(items.keys().next().value);
    }
  }
}

async function start() {
  connection("connecting", "Connecting…");
  let page;
  try {
    page = await openAlerts(SHOWN);
  } catch {
    connection("lost", "Alerts are unavailable; trying again…");
    setTimeout(start, RETRY_MILLIS);
    return;
  }
  [...items.keys()].forEach(remove);
  page.alerts.reverse().forEach((alert) => take(alert, false));
  retitle();
  const source = alertStream(page.position, {
    onAlert(alert) {
      take(alert, true);
      retitle();
    },
    onOpen: () => connection("live", "Live"),
    onLost(closed) {
      connection("lost", "Connection lost; reconnecting…");
      if (closed) {
        source.close();
        setTimeout(start, RETRY_MILLIS);
      }
    },
  });
}

async function refreshSummary() {
  try {
    showSummary(await lifecycleSummary());
  } catch {
    showSummary(null);
  }
  setTimeout(refreshSummary, SUMMARY_MILLIS);
}

setInterval(() => items.forEach((item) => item.showAge()), AGES_MILLIS);
start();
refreshSummary();
