import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PAGE = `<!doctype html><meta charset="utf-8"><title>host</title><script type="module" src="/program.js"></script>`;

/** How a page tells its answer to the server that it came from. */
export const POST_ANSWER = `(text) => fetch("/answer", { method: "POST", body: text })`;

/** Opens a page with the program in a browser without a window, and waits for what the program posts. */
export async function askBrowser(browser: string, program: string, policy: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "loyalty-ladder-browser-"));
  const { server, answer } = await serve(program, policy);
  const { port } = server.address() as AddressInfo;
  const words = [...quietly(profile), `http://127.0.0.1:${port}/`];
  const child = spawn(browser, words, { stdio: "ignore", detached: true }); // leads a group of processes
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the browser ended with ${code} and no answer`)));
  });
  try {
    return await Promise.race([answer, failed]);
  } finally {
    failed.catch(() => {}); // it ends now
    await endGroup(child);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 });
  }
}

/** Asks the browser to end, with all processes that it started, and makes sure of it after some seconds. */
async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return; // it never began
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // nobody of the group is left
    }
  };
  signalGroup("SIGTERM");
  const impatience = setTimeout(signalGroup, 5_000, "SIGKILL");
  await ended;
  clearTimeout(impatience);
  signalGroup("SIGKILL");
}

function quietly(profile: string): string[] {
  const switches =
    "headless no-sandbox disable-gpu no-first-run disable-background-networking no-proxy-server";
  const others =
    "disable-component-update disable-sync disable-dev-shm-usage disable-extensions disable-crash-reporter";
  return [...`${switches} ${others}`.split(" ").map((name) => `--${name}`), `--user-data-dir=${profile}`];
}

function serve(program: string, policy: string): Promise<{ server: Server; answer: Promise<string> }> {
  return new Promise((listening) => {
    const answer = new Promise<string>((resolve) => {
      const server = createServer((request, response) => {
        const send = (type: string, body: string) =>
          response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": policy }).end(body);
        if (request.url === "/") send("text/html", PAGE);
        else if (request.url === "/program.js") send("text/javascript", program);
        else if (request.url === "/answer") {
          const parts: Buffer[] = [];
          request.on("data", (part: Buffer) => parts.push(part));
          request.on("end", () => {
            send("text/plain", "");
            resolve(Buffer.concat(parts).toString());
          });
        } else response.writeHead(404).end();
      });
      server.listen(0, "127.0.0.1", () => listening({ server, answer: answerOnce() }));
    });
    const answerOnce = () => answer;
  });
}
