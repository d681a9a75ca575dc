// Looks now and then whether a document is ready; then the page shows it.

const asks = setInterval(async () => {
  const answer = await fetch(location.href, { method: "GET" });
  if (answer.status === 202) return;
  clearInterval(asks);
  location.reload();
}, 3000);
