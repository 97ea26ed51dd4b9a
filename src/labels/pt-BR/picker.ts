import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, plural, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "Escolhido",
  recent: "Recentes",
  favourites: "Favoritos",
  latest: "Mais recentes",
  earlier: "Anteriores",
  models: "Modelos",
  retired: "Descontinuados",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "Conectado",
  untested: "Não testado",
  missing_key: "Sem chave",
  refused: "Recusado",
  unreachable: "Inacessível",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "Escolher um modelo",
  providerField: "Provedor",
  modelField: "Modelo",
  chooseProvider: "Escolher um provedor",
  searchModels: (count) =>
    count < 2 ? "Buscar modelos…" : `Buscar entre ${number(count)} modelos…`,
  modelsFound: (count) => plural(count, { one: "# modelo", other: "# modelos" }),
  modelSection: (id) => sections[id],
  showRetired: (count) => `Mostrar descontinuados (${number(count)})`,
  hideRetired: (count) => `Ocultar descontinuados (${number(count)})`,
  customModel: (name) => `Usar “${name}” como nome de modelo`,
  backToProviders: "Provedores",
  providerState: (state) => states[state],
  modelContext: (tokens) => `contexto de ${shortTokens(tokens)}`,
  modelPrice: (input, output) => `${price(input)} / ${price(output)} por mi`,
  badgeVision: "Imagens",
  badgeVisionUnknown: "Imagens?",
  badgeTools: "Ferramentas",
  badgeReasoning: "Raciocínio",
  badgeNew: "Novo",
  badgePreview: "Prévia",
  badgeRetired: "Descontinuado",
  modelVersions: (count, open) =>
    `${open ? "Ocultar" : "Mostrar"} ${plural(count, { one: "# versão", other: "# versões" })}`,
  addFavourite: (name) => `Adicionar ${name} aos favoritos`,
  removeFavourite: (name) => `Remover ${name} dos favoritos`,
  modelUnlisted: "Não está mais na lista ou é um nome próprio",

  showWithoutVision: (count) => `Mostrar modelos que não leem imagens (${number(count)})`,
  showAllModels: (count) => `Mostrar todos os modelos (mais ${number(count)})`,
  allHidden: (provider, count) =>
    plural(count, {
      one: `${provider} tem # modelo, e o filtro o oculta.`,
      other: `${provider} tem # modelos, e o filtro oculta todos.`,
    }),
  noModels: "Nenhum modelo",
  noModelsOf: (provider) =>
    `${provider} não lista modelos. Na busca, é possível digitar o nome de um.`,
  noneFound: (query) => `Nada encontrado para “${query}”.`,
  modelsFailed: "Não foi possível carregar os modelos.",
  loadingModels: "Carregando modelos…",
  loadingModelsOf: (provider) => `Carregando os modelos de ${provider}…`,
  retry: "Tentar novamente",
  knownModels: "Modelos conhecidos; o provedor não informou a própria lista.",
  askingProvider: (provider) => `Modelos conhecidos; consultando ${provider}.`,

  needsKey: (provider) => `Requer uma chave de ${provider}`,
  keyTitle: (provider) => `${provider} requer uma chave de API`,
  keyField: (provider) => `Chave de API de ${provider}`,
  keyHelp: "Ela vai desta página para o provedor e para mais ninguém.",
  getKey: "Obter uma chave",
  keepKey: "Por quanto tempo é mantida",
  keepInMemory: "Nesta página, até ser recarregada",
  keepInTab: "Nesta aba, até ser fechada",
  saveKey: "Salvar e testar",
  editKey: "Editar chave",
  removeKey: "Remover chave",
  cancelKey: "Cancelar",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `O servidor não tem uma chave de ${provider}.`
      : `O servidor não tem uma chave de ${provider}. Defina ${choice(variables)} nele e reinicie-o.`,
  providerUnreachable: (provider) =>
    `Não foi possível acessar ${provider}. Verifique se está em execução e tente novamente.`,
  testConnection: "Testar conexão",
  testingConnection: "Testando…",
  testConnected: "Conectado",
  testDetails: "Detalhes",
};
