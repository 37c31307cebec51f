/** `npm run sample`: writes the shipped sample again, byte for byte. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generateSample } from "./generateSample.ts";

const file = fileURLToPath(new URL("./car-care-shop.jsonl", import.meta.url));
writeFileSync(file, [...generateSample()].join(""));
console.log(`Wrote ${file}`);
