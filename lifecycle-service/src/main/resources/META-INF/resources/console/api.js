// Every call to the service, and nothing else.

async function get(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  return response.json();
}

export function openAlerts(limit) {
  return get(`/v1/alerts?status=OPEN&limit=${limit}`);
}

export function lifecycleSummary() {
  return get("/v1/lifecycle/summary");
}

/** Alerts from a position on; the browser resumes by itself with the last event's id. */
export function alertStream(after, { onAlert, onOpen, onLost }) {
  const source = new EventSource(`/v1/alerts/stream?after=${after}`);
  source.addEventListener("alert", (event) => onAlert(JSON.parse(event.data)));
  source.addEventListener("open", onOpen);
  source.addEventListener("error", () => onLost(source.readyState === EventSource.CLOSED));
  return source;
}
