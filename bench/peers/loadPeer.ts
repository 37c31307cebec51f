/**
 * A package of `bench/package.json`, or in words why it cannot be had. The name is no literal, so that neither
 * the bundler nor the compiler looks for what may not be installed; callers state the part that they use.
 */
export async function loadPeer<Module>(name: string): Promise<Module | { readonly why: string }> {
  try {
    return (await import(name)) as Module;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isAbsent = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
    return { why: isAbsent ? `${name} is not installed: npm ci --prefix bench` : message };
  }
}
