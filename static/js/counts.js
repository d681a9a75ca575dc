// Counts on a page as they change, by server-sent events.

import { followLive } from "./live.js";

const address = document.querySelector("[data-live]")?.dataset.live;
if (address) followLive(address);
