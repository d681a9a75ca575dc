// Looks now and then whether a document is ready; then the page shows it.

const asks = setInterval(async () => {
  const answer = await fetch(location.href);
  if (answer.ok && !(await answer.text()).includes("data-ready")) return;
  clearInterval(asks);
  location.reload();
}, 3000);
