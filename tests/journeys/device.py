"""What a device keeps, asked in its browser: scripts for `page.evaluate`."""

KEPT = """
async () => {
  const found = { databases: (await indexedDB.databases()).map(({ name }) => name) };
  found.caches = await caches.keys();
  found.workers = (await navigator.serviceWorker.getRegistrations()).length;
  return found;
}
"""

ROWS = """
(store) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("lip-door");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction(store).objectStore(store).getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result.length); };
  };
})
"""

ENDED = """
() => new Promise((resolve) => {
  const opening = indexedDB.open("lip-door");
  opening.onsuccess = () => {
    const change = opening.result.transaction("lists", "readwrite");
    const lists = change.objectStore("lists");
    const all = lists.getAll();
    all.onsuccess = () => {
      for (const list of all.result) lists.put({ ...list, until: Date.now() - 1000 });
    };
    change.oncomplete = () => { opening.result.close(); resolve(); };
  };
})
"""

EVERYTHING_KEPT = """
async () => {
  const twoSigns = (byte) => byte.toString(16).padStart(2, "0");
  const hex = (bytes) => [...bytes].map(twoSigns).join("");
  const plain = (key, value) => {
    if (value instanceof CryptoKey) return value.extractable ? "readable key" : "key";
    return value instanceof Uint8Array ? hex(value) : value;
  };
  const db = await new Promise((resolve) => {
    const opening = indexedDB.open("lip-door");
    opening.onsuccess = () => resolve(opening.result);
  });
  let text = JSON.stringify({ ...localStorage });
  for (const name of db.objectStoreNames) {
    const all = await new Promise((resolve) => {
      const asked = db.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    text += JSON.stringify(all, plain);
  }
  db.close();
  for (const name of await caches.keys()) {
    const kept = await caches.open(name);
    for (const request of await kept.keys()) {
      if (/static/.test(request.url)) continue;
      text += await (await kept.match(request)).text();
    }
  }
  return text;
}
"""
