import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, plural, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "Ausgewählt",
  recent: "Zuletzt verwendet",
  favourites: "Favoriten",
  latest: "Neueste",
  earlier: "Frühere",
  models: "Modelle",
  retired: "Eingestellt",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "Verbunden",
  untested: "Nicht getestet",
  missing_key: "Kein Schlüssel",
  refused: "Abgelehnt",
  unreachable: "Nicht erreichbar",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "Modell auswählen",
  providerField: "Anbieter",
  modelField: "Modell",
  chooseProvider: "Anbieter auswählen",
  searchModels: (count) =>
    count < 2 ? "Modelle durchsuchen …" : `${number(count)} Modelle durchsuchen …`,
  modelsFound: (count) => plural(count, { one: "# Modell", other: "# Modelle" }),
  modelSection: (id) => sections[id],
  showRetired: (count) => `Eingestellte anzeigen (${number(count)})`,
  hideRetired: (count) => `Eingestellte ausblenden (${number(count)})`,
  customModel: (name) => `„${name}“ als Modellnamen verwenden`,
  backToProviders: "Anbieter",
  providerState: (state) => states[state],
  modelContext: (tokens) => `${shortTokens(tokens)} Kontext`,
  modelPrice: (input, output) => `${price(input)} / ${price(output)} pro Mio.`,
  badgeVision: "Bilder",
  badgeVisionUnknown: "Bilder?",
  badgeTools: "Tools",
  badgeReasoning: "Reasoning",
  badgeNew: "Neu",
  badgePreview: "Vorschau",
  badgeRetired: "Eingestellt",
  modelVersions: (count, open) =>
    `${plural(count, { one: "# Version", other: "# Versionen" })} ${open ? "ausblenden" : "anzeigen"}`,
  addFavourite: (name) => `${name} zu Favoriten hinzufügen`,
  removeFavourite: (name) => `${name} aus Favoriten entfernen`,
  modelUnlisted: "Nicht mehr gelistet oder selbst benannt",

  showWithoutVision: (count) => `Auch Modelle ohne Bilder anzeigen (${number(count)})`,
  showAllModels: (count) => `Alle Modelle anzeigen (${number(count)} weitere)`,
  allHidden: (provider, count) =>
    plural(count, {
      one: `${provider} hat # Modell, das der Filter ausblendet.`,
      other: `${provider} hat # Modelle, die der Filter alle ausblendet.`,
    }),
  noModels: "Keine Modelle",
  noModelsOf: (provider) =>
    `${provider} nennt keine Modelle. Über die Suche lässt sich eines selbst benennen.`,
  noneFound: (query) => `Nichts gefunden zu „${query}“.`,
  modelsFailed: "Die Modelle konnten nicht geladen werden.",
  loadingModels: "Modelle werden geladen …",
  loadingModelsOf: (provider) => `Modelle von ${provider} werden geladen …`,
  retry: "Erneut versuchen",
  knownModels: "Bekannte Modelle; der Anbieter hat keine eigene Liste gegeben.",
  askingProvider: (provider) => `Bekannte Modelle; ${provider} wird gerade gefragt.`,

  needsKey: (provider) => `Schlüssel für ${provider} nötig`,
  keyTitle: (provider) => `${provider} braucht einen API-Schlüssel`,
  keyField: (provider) => `API-Schlüssel für ${provider}`,
  keyHelp: "Er geht von dieser Seite an den Anbieter und an niemanden sonst.",
  getKey: "Schlüssel holen",
  keepKey: "Wie lange er behalten wird",
  keepInMemory: "Für diese Seite, bis sie neu geladen wird",
  keepInTab: "Für diesen Tab, bis er geschlossen wird",
  saveKey: "Speichern und testen",
  editKey: "Schlüssel ändern",
  removeKey: "Schlüssel entfernen",
  cancelKey: "Abbrechen",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `Der Server hat keinen Schlüssel für ${provider}.`
      : `Der Server hat keinen Schlüssel für ${provider}. Dort ${choice(variables)} setzen und neu starten.`,
  providerUnreachable: (provider) =>
    `${provider} ist nicht erreichbar. Prüfen, ob der Dienst läuft, dann erneut versuchen.`,
  testConnection: "Verbindung testen",
  testingConnection: "Wird getestet …",
  testConnected: "Verbunden",
  testDetails: "Details",
};
