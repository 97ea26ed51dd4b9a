import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ErrorFacts } from "../errorFacts.js";
import { tokensInTens } from "./tokensInTens.js";

/** The words of the picker. Numbers, dates and prices come in raw; formatting them is the label's part. */
export interface ModelPickerLabels {
  chooseModel: string;
  providerField: string;
  modelField: string;
  /** In a provider's place while none is chosen. */
  chooseProvider: string;
  /** `count`: how many models there are. */
  searchModels: (count: number) => string;
  /** Announced after a search. */
  modelsFound: (count: number) => string;
  /** The heading of a section; a provider's own name stands for itself. */
  modelSection: (id: Exclude<PickerSection["id"], "provider">) => string;
  showRetired: (count: number) => string;
  hideRetired: (count: number) => string;
  customModel: (name: string) => string;
  backToProviders: string;
  /** How a provider stands. */
  providerState: (state: ProviderState) => string;
  modelReleased: (createdAt: number) => string;
  modelContext: (tokens: number) => string;
  /** US dollars for a million tokens. */
  modelPrice: (input: number, output: number) => string;
  badgeVision: string;
  badgeVisionUnknown: string;
  badgeTools: string;
  badgeReasoning: string;
  badgeNew: string;
  badgePreview: string;
  badgeRetired: string;
  /** `open`: whether they are shown. */
  modelVersions: (count: number, open: boolean) => string;
  addFavourite: (name: string) => string;
  removeFavourite: (name: string) => string;
  modelUnlisted: string;

  showWithoutVision: (count: number) => string;
  showAllModels: (count: number) => string;
  /** Instead of an empty list, when a filter hid everything. */
  allHidden: (provider: string, count: number) => string;
  noModels: string;
  noModelsOf: (provider: string) => string;
  noneFound: (query: string) => string;
  modelsFailed: string;
  loadingModels: string;
  loadingModelsOf: (provider: string) => string;
  /** What went wrong, why, and what to do; the first sentence stands out. */
  error: (error: ErrorFacts) => string;
  retry: string;
  /** Above models that the provider has not listed itself. */
  knownModels: string;
  askingProvider: (provider: string) => string;

  /** Why a model cannot be chosen. */
  needsKey: (provider: string) => string;
  keyTitle: (provider: string) => string;
  keyField: (provider: string) => string;
  keyHelp: string;
  getKey: string;
  keepKey: string;
  keepInMemory: string;
  keepInTab: string;
  saveKey: string;
  editKey: string;
  removeKey: string;
  cancelKey: string;
  /** Where a server holds the keys; `variables` are those that may hold this one, best first. */
  serverLacksKey: (provider: string, variables: readonly string[]) => string;
  providerUnreachable: (provider: string) => string;
  testConnection: string;
  testingConnection: string;
  testConnected: string;
  testDuration: (value: number) => string;
  testDetails: string;
}

const sections: Record<Exclude<PickerSection["id"], "provider">, string> = {
  chosen: "Chosen",
  recent: "Recent",
  favourites: "Favourites",
  latest: "Latest",
  earlier: "Earlier",
  models: "Models",
  retired: "Retired",
};

const states: Record<ProviderState, string> = {
  connected: "Connected",
  untested: "Not tested",
  missing_key: "No key",
  refused: "Refused",
  unreachable: "Not reachable",
};

// Made when it is first needed: making one takes longer than all else this library does when it is loaded.
let month: Intl.DateTimeFormat | undefined;

function monthOf(time: number): string {
  month ??= new Intl.DateTimeFormat("en", { month: "short", year: "numeric", timeZone: "UTC" });
  return month.format(time);
}

/** 200000 → "200K", 1048576 → "1M" */
function shortCount(tokens: number): string {
  const count = tokensInTens(tokens);
  if (count < 1000) return String(count);
  return count < 1e6 ? `${Math.round(count / 1000)}K` : `${Math.round(count / 1e4) / 100}M`;
}

/** Two digits after the point where there are cents, as many as needed below one. */
function dollars(value: number): string {
  return `$${Number.isInteger(value) ? value : value < 0.1 ? Number(value.toPrecision(2)) : value.toFixed(2)}`;
}

/** English, the default. */
export const englishPickerLabels: ModelPickerLabels = {
  chooseModel: "Choose a model",
  providerField: "Provider",
  modelField: "Model",
  chooseProvider: "Choose a provider",
  searchModels: (count) =>
    count < 2 ? "Search models…" : `Search ${count.toLocaleString("en")} models…`,
  modelsFound: (count) => (count === 1 ? "1 model" : `${count.toLocaleString("en")} models`),
  modelSection: (id) => sections[id],
  showRetired: (count) => `Show retired (${count})`,
  hideRetired: (count) => `Hide retired (${count})`,
  customModel: (name) => `Use “${name}” as a model name`,
  backToProviders: "Providers",
  providerState: (state) => states[state],
  modelReleased: monthOf,
  modelContext: (tokens) => `${shortCount(tokens)} context`,
  modelPrice: (input, output) => `${dollars(input)} / ${dollars(output)} per M`,
  badgeVision: "Vision",
  badgeVisionUnknown: "Vision?",
  badgeTools: "Tools",
  badgeReasoning: "Reasoning",
  badgeNew: "New",
  badgePreview: "Preview",
  badgeRetired: "Retired",
  modelVersions: (count, open) =>
    `${open ? "Hide" : "Show"} ${count} ${count === 1 ? "version" : "versions"}`,
  addFavourite: (name) => `Add ${name} to favourites`,
  removeFavourite: (name) => `Remove ${name} from favourites`,
  modelUnlisted: "No longer listed, or a name of your own",
  showWithoutVision: (count) => `Show models without vision (${count.toLocaleString("en")})`,
  showAllModels: (count) => `Show all models (${count.toLocaleString("en")} more)`,
  allHidden: (provider, count) =>
    count === 1
      ? `${provider} has one model, and the filter hides it.`
      : `${provider} has ${count.toLocaleString("en")} models, and the filter hides them all.`,
  noModels: "No models",
  noModelsOf: (provider) => `${provider} lists no models. Search to name one yourself.`,
  noneFound: (query) => `Nothing found for “${query}”.`,
  modelsFailed: "The models could not be listed.",
  loadingModels: "Loading models…",
  loadingModelsOf: (provider) => `Asking ${provider} for its models…`,
  error: (error) => error.message,
  retry: "Try again",
  knownModels: "Known models; the provider has not listed its own.",
  askingProvider: (provider) => `Known models; ${provider} is being asked.`,
  needsKey: (provider) => `Needs a key for ${provider}`,
  keyTitle: (provider) => `${provider} needs an API key`,
  keyField: (provider) => `API key for ${provider}`,
  keyHelp: "It goes from this page to the provider and to nobody else.",
  getKey: "Get a key",
  keepKey: "How long it is kept",
  keepInMemory: "For this page, until it is reloaded",
  keepInTab: "For this tab, until it is closed",
  saveKey: "Save and test",
  editKey: "Edit key",
  removeKey: "Remove key",
  cancelKey: "Cancel",
  serverLacksKey: (provider, [variable, ...others]) =>
    variable === undefined
      ? `The server has no key for ${provider}.`
      : `The server has no key for ${provider}. Set ${variable}${others.length > 0 ? ` (or ${others.join(", ")})` : ""} there and start it again.`,
  providerUnreachable: (provider) =>
    `${provider} cannot be reached. Check that it runs, then try again.`,
  testConnection: "Test connection",
  testingConnection: "Testing…",
  testConnected: "Connected",
  testDuration: (value) =>
    value < 10_000 ? `${Math.round(value)} ms` : `${Math.round(value / 1000)} s`,
  testDetails: "Details",
};
