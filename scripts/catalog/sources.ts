import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CatalogRow } from "../../src/client/catalog/catalogFile.js";
import { type ClineModel, fromCline } from "./fromCline.js";
import { fromLiteLLM, type LiteLLMModel } from "./fromLiteLLM.js";
import { fromModelsDev, type ModelsDevModel } from "./fromModelsDev.js";
import type { CatalogProvider } from "./providers.js";

/** Where facts come from. */
export interface Source {
  /** Name, version or day, licence. */
  label: string;
  rows(provider: CatalogProvider): CatalogRow[];
}

/** A source that says when its facts are from. */
export interface MainSource extends Source {
  /** `YYYY-MM-DD`. */
  asOf: string;
}

const modelsDevURL = "https://models.dev/api.json";
const liteLLMURL =
  "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json";

/** models.dev where it can be reached, else the copy of it that @cline/llms holds. */
export async function mainSource(): Promise<MainSource> {
  const payload = await fetchJSON(modelsDevURL);
  return payload ? modelsDevSource(payload as ModelsDevPayload) : clineSource();
}

type ModelsDevPayload = Record<string, { models?: Record<string, ModelsDevModel> }>;

/** Facts of models.dev, of today. */
export function modelsDevSource(payload: ModelsDevPayload): MainSource {
  const asOf = today();
  return {
    label: `models.dev ${asOf} (MIT)`,
    asOf,
    rows: ({ modelsDev }) => fromModelsDev(payload[modelsDev]?.models ?? {}),
  };
}

function clineSource(): MainSource {
  const { version, models } = inTemporaryFolder((folder) => {
    const home = unpack("@cline/llms", folder);
    const manifest = readJSON(join(home, "package.json")) as {
      version: string;
      dependencies: Record<string, string>;
    };
    // All its data needs of its many dependencies.
    unpack(`zod@${manifest.dependencies["zod"]}`, folder);
    const file = pathToFileURL(join(home, "dist", "models.js")).href;
    const program = `import { getGeneratedProviderModels } from ${JSON.stringify(file)};
process.stdout.write(JSON.stringify(getGeneratedProviderModels()));`;
    const printed = run(process.execPath, ["--input-type=module", "-e", program]);
    return {
      version: manifest.version,
      models: JSON.parse(printed) as Record<string, Record<string, ClineModel>>,
    };
  });
  const times = JSON.parse(npm("view", "@cline/llms", "time", "--json")) as Record<string, string>;
  const asOf = times[version]?.slice(0, 10) ?? today();
  return {
    label: `@cline/llms ${version}, ${asOf} (Apache-2.0; data of models.dev, MIT)`,
    asOf,
    rows: ({ cline, modelsDev }) => fromCline(models[cline ?? modelsDev] ?? {}),
  };
}

/**
 * LiteLLM's price map: from its repository where that can be reached, else out of its Python package. `undefined` where
 * neither can be had: it only fills gaps.
 */
export async function liteLLMSource(): Promise<Source | undefined> {
  const fetched = await fetchJSON(liteLLMURL);
  if (fetched) return priceMap(fetched as Record<string, LiteLLMModel>, today());
  try {
    return inTemporaryFolder((folder) => {
      run("python3", ["-m", "pip", "download", "-q", "--no-deps", "-d", folder, "litellm"]);
      const wheel = readdirSync(folder).find((name) => name.endsWith(".whl")) ?? "";
      run("python3", ["-m", "zipfile", "-e", wheel, folder], folder);
      const file = join(folder, "litellm", "model_prices_and_context_window_backup.json");
      return priceMap(readJSON(file) as Record<string, LiteLLMModel>, wheel.split("-")[1] ?? "");
    });
  } catch (error) {
    console.warn(`Without LiteLLM's price map: ${String(error)}`);
    return undefined;
  }
}

/** Lets `work` use a folder that is gone afterwards. */
function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "catalog-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function priceMap(map: Record<string, LiteLLMModel>, version: string): Source {
  return {
    label: `LiteLLM price map ${version} (MIT)`,
    rows: ({ id, liteLLM = [id] }) => fromLiteLLM(map, liteLLM),
  };
}

/** Unpacks the newest fitting version of a package from the registry. Returns its folder. */
function unpack(spec: string, into: string): string {
  const [packed] = JSON.parse(npm("pack", spec, "--json", "--pack-destination", into)) as [
    { name: string; filename: string },
  ];
  const home = join(into, "node_modules", packed.name);
  mkdirSync(home, { recursive: true });
  run("tar", ["-xzf", packed.filename, "-C", home, "--strip-components=1"], into);
  return home;
}

function npm(...words: string[]): string {
  return run("npm", words);
}

function run(program: string, words: string[], cwd?: string): string {
  return execFileSync(program, words, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function readJSON(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

async function fetchJSON(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
