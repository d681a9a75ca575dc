// Counts and the list of arrivals as they happen on all desks, by server-sent events.

const AGAIN_MS = 4000;

export function followLive(address, { onConnection = () => {}, onChange = () => {} } = {}) {
  const source = new EventSource(address);
  source.addEventListener("open", () => onConnection(true));
  source.addEventListener("count", (event) => {
    showCounts(JSON.parse(event.data));
    onChange();
  });
  source.addEventListener("ended", () => location.reload()); // no right any more
  source.addEventListener("recent", (event) => {
    document.getElementById("recent").innerHTML = event.data;
  });
  source.addEventListener("error", () => {
    onConnection(false);
    // The browser tries again by itself, except after an answer that is no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => followLive(address, { onConnection, onChange }), AGAIN_MS);
  });
}

function showCounts(counts) {
  for (const [name, number] of Object.entries(counts)) {
    for (const place of document.querySelectorAll(`[data-count="${name}"]`)) place.textContent = number;
  }
}
