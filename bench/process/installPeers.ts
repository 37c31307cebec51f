import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What npm leaves behind when it has installed everything. */
const INSTALLED = fileURLToPath(new URL("../node_modules/.package-lock.json", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The one command that installs the packages that the library is measured against. */
export const INSTALL_COMMAND = "npm ci --prefix bench";

/** Where packages are installed; an argument, so that a test can play it. */
export interface PeerHost {
  isInstalled(): boolean;
  /** Whether it went well. */
  install(): boolean;
  say(line: string): void;
}

/** This checkout. */
export const CHECKOUT: PeerHost = {
  isInstalled: () => existsSync(INSTALLED),
  install() {
    const { status } = spawnSync(INSTALL_COMMAND, { cwd: ROOT, shell: true, stdio: ["ignore", 2, 2] });
    return status === 0;
  },
  say: (line) => console.error(line),
};

/**
 * Installs the peers as their lockfile states them, unless they are there or `mayInstall` is false. What cannot
 * be installed is said, not thrown: the bench then runs with the peers that it finds.
 */
export function installPeers(mayInstall: boolean, { isInstalled, install, say }: PeerHost): void {
  if (isInstalled()) return;
  if (!mayInstall) {
    say(`PEERS ARE NOT INSTALLED: most of them will be missing. Run: ${INSTALL_COMMAND}`);
    return;
  }
  say(`Installing what the library is measured against: ${INSTALL_COMMAND}`);
  if (!install()) say(`THAT FAILED: most peers will be missing. Run it yourself: ${INSTALL_COMMAND}`);
}
