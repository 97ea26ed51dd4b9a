import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, plural, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "Choisi",
  recent: "Récents",
  favourites: "Favoris",
  latest: "Derniers",
  earlier: "Antérieurs",
  models: "Modèles",
  retired: "Retirés",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "Connecté",
  untested: "Non testé",
  missing_key: "Aucune clé",
  refused: "Refusé",
  unreachable: "Injoignable",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "Choisir un modèle",
  providerField: "Fournisseur",
  modelField: "Modèle",
  chooseProvider: "Choisir un fournisseur",
  searchModels: (count) =>
    count < 2 ? "Rechercher un modèle…" : `Rechercher parmi ${number(count)} modèles…`,
  modelsFound: (count) => plural(count, { one: "# modèle", other: "# modèles" }),
  modelSection: (id) => sections[id],
  showRetired: (count) => `Afficher les modèles retirés (${number(count)})`,
  hideRetired: (count) => `Masquer les modèles retirés (${number(count)})`,
  customModel: (name) => `Utiliser «\u202f${name}\u202f» comme nom de modèle`,
  backToProviders: "Fournisseurs",
  providerState: (state) => states[state],
  modelContext: (tokens) => `contexte ${shortTokens(tokens)}`,
  modelPrice: (input, output) => `${price(input)} / ${price(output)} par M`,
  badgeVision: "Images",
  badgeVisionUnknown: "Images\u202f?",
  badgeTools: "Outils",
  badgeReasoning: "Raisonnement",
  badgeNew: "Nouveau",
  badgePreview: "Aperçu",
  badgeRetired: "Retiré",
  modelVersions: (count, open) =>
    `${open ? "Masquer" : "Afficher"} ${plural(count, { one: "# version", other: "# versions" })}`,
  addFavourite: (name) => `Ajouter ${name} aux favoris`,
  removeFavourite: (name) => `Retirer ${name} des favoris`,
  modelUnlisted: "Absent de la liste, ou un nom saisi à la main",

  showWithoutVision: (count) =>
    `Afficher les modèles qui ne lisent pas d’images (${number(count)})`,
  showAllModels: (count) => `Afficher tous les modèles (${number(count)} de plus)`,
  allHidden: (provider, count) =>
    plural(count, {
      one: `${provider} a # modèle, et le filtre le masque.`,
      other: `${provider} a # modèles, et le filtre les masque tous.`,
    }),
  noModels: "Aucun modèle",
  noModelsOf: (provider) =>
    `${provider} ne liste aucun modèle. La recherche permet d’en nommer un.`,
  noneFound: (query) => `Aucun résultat pour «\u202f${query}\u202f».`,
  modelsFailed: "Les modèles n’ont pas pu être chargés.",
  loadingModels: "Chargement des modèles…",
  loadingModelsOf: (provider) => `Chargement des modèles de ${provider}…`,
  retry: "Réessayer",
  knownModels: "Modèles connus\u202f; le fournisseur n’a pas donné sa propre liste.",
  askingProvider: (provider) => `Modèles connus\u202f; ${provider} est en train d’être interrogé.`,

  needsKey: (provider) => `Clé requise pour ${provider}`,
  keyTitle: (provider) => `${provider} demande une clé API`,
  keyField: (provider) => `Clé API pour ${provider}`,
  keyHelp: "Elle va de cette page au fournisseur et à personne d’autre.",
  getKey: "Obtenir une clé",
  keepKey: "Durée de conservation",
  keepInMemory: "Pour cette page, jusqu’à son rechargement",
  keepInTab: "Pour cet onglet, jusqu’à sa fermeture",
  saveKey: "Enregistrer et tester",
  editKey: "Modifier la clé",
  removeKey: "Supprimer la clé",
  cancelKey: "Annuler",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `Le serveur n’a pas de clé pour ${provider}.`
      : `Le serveur n’a pas de clé pour ${provider}. Y définir ${choice(variables)}, puis le redémarrer.`,
  providerUnreachable: (provider) =>
    `${provider} est injoignable. Vérifier que le service fonctionne, puis réessayer.`,
  testConnection: "Tester la connexion",
  testingConnection: "Test en cours…",
  testConnected: "Connecté",
  testDetails: "Détails",
};
