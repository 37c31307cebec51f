import { type CompiledScale, compileScale } from "../compileScale.ts";
import type { OpenScale } from "../scale.ts";

/**
 * The scales asked for last, in the order in which they were first asked for, and the place of the very last: who
 * places one customer after the other asks for one scale again and again, or for a few in turn, and a look here
 * takes a tenth of the time of one into a `WeakMap` (1 ns instead of 10 to 30). So few that keeping them alive
 * costs nothing.
 */
const recentScales: CompiledScale[] = [];
const MOST_RECENT = 8;
let recentPlace = 0;

/** What {@link compileScale} gives, for a scale that is asked for with one customer after the other. */
export function recentScale<Step extends string>(scale: OpenScale<Step>): CompiledScale<Step> {
  const last = recentScales[recentPlace];
  if (last !== undefined && last.scale === scale) return last as CompiledScale<Step>;
  const place = recentPlace + 1 < recentScales.length ? recentPlace + 1 : 0;
  const next = recentScales[place];
  if (next !== undefined && next.scale === scale) {
    recentPlace = place;
    return next as CompiledScale<Step>;
  }
  return findScale(scale);
}

function findScale<Step extends string>(scale: OpenScale<Step>): CompiledScale<Step> {
  const compiled = compileScale(scale);
  if (compiled.scale !== scale) return compiled; // a plain object is compiled anew at each call
  const place = recentScales.indexOf(compiled);
  if (place >= 0) recentPlace = place;
  else {
    recentPlace = recentScales.length < MOST_RECENT ? recentScales.length : (recentPlace + 1) % MOST_RECENT;
    recentScales[recentPlace] = compiled;
  }
  return compiled;
}
