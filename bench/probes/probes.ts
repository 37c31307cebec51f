import { keepActivities, keepFacts, keepTracker } from "./keepInMemory.ts";
import type { Probe } from "./probe.ts";
import { streamOrders } from "./streamOrders.ts";

/** All plain figures, in the order of the results. */
export const PROBES: readonly Probe[] = [streamOrders, keepFacts, keepActivities, keepTracker];
