// Finds Python and keeps the proxy in a virtual environment of the project, so that nothing else on the machine changes.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.mjs";

/** Pinned, and clear of 1.82.7 and 1.82.8, which were published by an attacker. */
const LITELLM = "1.102.4";
/** What the proxy imports to answer a request without a key; its official image has it, its `proxy` extra does not. */
const PRISMA = "0.11.0";

const NAMES = ["python3", "python3.13", "python3.12", "python3.11", "python3.10", "python"];
const onWindows = process.platform === "win32";

function ask(python, program) {
  const { status, stdout } = spawnSync(python, ["-c", program], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** The first Python new enough for LiteLLM, or a sentence that says what is missing. */
function findPython() {
  const version = "import sys; print(f'{sys.version_info[0]}.{sys.version_info[1]}')";
  const found = NAMES.map((name) => [name, ask(name, version)]).filter(([, answer]) => answer);
  for (const [name, answer] of found) {
    const [major, minor] = answer.split(".").map(Number);
    if (major === 3 && minor >= 10 && minor < 15) return name;
  }
  const seen = found.map(([name, answer]) => `${name} is ${answer}`).join(", ");
  throw new Error(
    `The LiteLLM check needs Python 3.10 to 3.14, and there is none on the PATH${seen && ` (${seen})`}. Install it, on Debian and Ubuntu as "python3" and "python3-venv", and run the command again.`,
  );
}

/** Installs the proxy into `home` unless the pinned version is there, and returns the folder of its programs. */
export async function ensureLiteLLM(home) {
  const venv = join(home, "venv");
  const programs = join(venv, onWindows ? "Scripts" : "bin");
  const python = join(programs, "python");
  const versions =
    "from importlib.metadata import version; print(version('litellm'), version('prisma'))";
  if (ask(python, versions) === `${LITELLM} ${PRISMA}`) return programs;

  const base = findPython();
  console.log(`Installing LiteLLM ${LITELLM} into ${venv} (once)…`);
  rmSync(venv, { recursive: true, force: true });
  if ((await runCommand(`${base} -m venv "${venv}"`)) !== 0) {
    throw new Error(
      `Python could not make a virtual environment in ${venv}. On Debian and Ubuntu it needs the package "python3-venv".`,
    );
  }
  const pip = `"${python}" -m pip install --quiet --disable-pip-version-check --no-input`;
  if ((await runCommand(`${pip} "litellm[proxy]==${LITELLM}" "prisma==${PRISMA}"`)) !== 0) {
    throw new Error(
      `LiteLLM ${LITELLM} could not be installed from PyPI; what pip said stands above.`,
    );
  }
  return programs;
}
