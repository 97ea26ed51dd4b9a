import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, plural, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "Elegido",
  recent: "Recientes",
  favourites: "Favoritos",
  latest: "Más recientes",
  earlier: "Anteriores",
  models: "Modelos",
  retired: "Retirados",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "Conectado",
  untested: "Sin probar",
  missing_key: "Sin clave",
  refused: "Rechazado",
  unreachable: "Sin conexión",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "Elegir un modelo",
  providerField: "Proveedor",
  modelField: "Modelo",
  chooseProvider: "Elegir un proveedor",
  searchModels: (count) =>
    count < 2 ? "Buscar modelos…" : `Buscar entre ${number(count)} modelos…`,
  modelsFound: (count) => plural(count, { one: "# modelo", other: "# modelos" }),
  modelSection: (id) => sections[id],
  showRetired: (count) => `Mostrar retirados (${number(count)})`,
  hideRetired: (count) => `Ocultar retirados (${number(count)})`,
  customModel: (name) => `Usar “${name}” como nombre de modelo`,
  backToProviders: "Proveedores",
  providerState: (state) => states[state],
  modelContext: (tokens) => `contexto de ${shortTokens(tokens)}`,
  modelPrice: (input, output) => `${price(input)} / ${price(output)} por M`,
  badgeVision: "Imágenes",
  badgeVisionUnknown: "¿Imágenes?",
  badgeTools: "Herramientas",
  badgeReasoning: "Razonamiento",
  badgeNew: "Nuevo",
  badgePreview: "Versión preliminar",
  badgeRetired: "Retirado",
  modelVersions: (count, open) =>
    `${open ? "Ocultar" : "Mostrar"} ${plural(count, { one: "# versión", other: "# versiones" })}`,
  addFavourite: (name) => `Agregar ${name} a favoritos`,
  removeFavourite: (name) => `Quitar ${name} de favoritos`,
  modelUnlisted: "Ya no figura en la lista, o es un nombre propio",

  showWithoutVision: (count) => `Mostrar modelos que no leen imágenes (${number(count)})`,
  showAllModels: (count) => `Mostrar todos los modelos (${number(count)} más)`,
  allHidden: (provider, count) =>
    plural(count, {
      one: `${provider} tiene # modelo, y el filtro lo oculta.`,
      other: `${provider} tiene # modelos, y el filtro los oculta todos.`,
    }),
  noModels: "Sin modelos",
  noModelsOf: (provider) =>
    `${provider} no muestra ningún modelo. En la búsqueda se puede escribir el nombre de uno.`,
  noneFound: (query) => `No se encontró “${query}”.`,
  modelsFailed: "No se pudieron cargar los modelos.",
  loadingModels: "Cargando modelos…",
  loadingModelsOf: (provider) => `Cargando los modelos de ${provider}…`,
  retry: "Reintentar",
  knownModels: "Modelos conocidos; el proveedor no dio su propia lista.",
  askingProvider: (provider) => `Modelos conocidos; consultando a ${provider}.`,

  needsKey: (provider) => `Se necesita una clave de ${provider}`,
  keyTitle: (provider) => `${provider} requiere una clave de API`,
  keyField: (provider) => `Clave de API de ${provider}`,
  keyHelp: "Va de esta página al proveedor y a nadie más.",
  getKey: "Obtener una clave",
  keepKey: "Cuánto tiempo se conserva",
  keepInMemory: "En esta página, hasta que se vuelva a cargar",
  keepInTab: "En esta pestaña, hasta que se cierre",
  saveKey: "Guardar y probar",
  editKey: "Editar clave",
  removeKey: "Quitar clave",
  cancelKey: "Cancelar",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `El servidor no tiene una clave de ${provider}.`
      : `El servidor no tiene una clave de ${provider}. Definir allí ${choice(variables)} y reiniciarlo.`,
  providerUnreachable: (provider) =>
    `No se puede conectar con ${provider}. Comprobar que esté en marcha y reintentar.`,
  testConnection: "Probar conexión",
  testingConnection: "Probando…",
  testConnected: "Conectado",
  testDetails: "Detalles",
};
