// What the device keeps, in IndexedDB. A promise here is kept once it is on the disk.

const NAME = "lip-door";
const CACHES = "lip-door-";
const LIST = ["lists", "buckets", "seen"];

let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore("lists", { keyPath: "conference" });
      db.createObjectStore("buckets", { keyPath: ["conference", "number"] });
      db.createObjectStore("seen", { keyPath: ["conference", "handle"] });
      db.createObjectStore("queue", { keyPath: "order", autoIncrement: true });
    };
    request.onsuccess = () => {
      request.result.onversionchange = close; // it is being deleted elsewhere
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function close() {
  const db = await opened;
  opened = null;
  db?.close();
}

// `work` gets the stores by name, and what it returns may be a request.
export async function reading(names, work) {
  return done(await open(), names, "readonly", work);
}

export async function writing(names, work) {
  return done(await open(), names, "readwrite", work);
}

function done(db, names, mode, work) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(names, mode, { durability: "strict" });
    const stores = Object.fromEntries(names.map((name) => [name, transaction.objectStore(name)]));
    const result = work(stores);
    transaction.oncomplete = () => resolve(result instanceof IDBRequest ? result.result : result);
    transaction.onabort = () => reject(transaction.error);
  });
}

// Forget the guest list; acts that are not sent stay, locked for the server.
export async function forgetList() {
  await writing(LIST, (stores) => LIST.forEach((name) => stores[name].clear()));
  for (const name of await caches.keys()) {
    const kept = await caches.open(name);
    for (const request of await kept.keys()) {
      if (name.startsWith(CACHES) && request.url.endsWith("/offline/shell")) await kept.delete(request);
    }
  }
}

// Leave nothing behind, as far as nothing is unsent.
export async function leave() {
  await forgetList();
  for (const name of await caches.keys()) {
    if (name.startsWith(CACHES)) await caches.delete(name);
  }
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  if (await reading(["queue"], ({ queue }) => queue.count())) return;
  await close();
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}
