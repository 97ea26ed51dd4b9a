// What the code of these pages leaves to its reader. `npm run test:docs` checks the code of every page with it.

/** A client of yours. */
declare const client: import("polylogue").DirectClient;
/** A key of yours. */
declare const key: string;
/** A component of yours that draws a diagram. */
declare function Mermaid(props: { code: string }): import("react").ReactElement;
/** As the types of Vite have it. */
interface ImportMeta {
  readonly env: Readonly<Record<string, string | undefined>>;
}
/** A virtual key of a LiteLLM proxy. */
declare const virtualKey: string;
/** Whether a request comes from somebody who may ask. */
declare function isSignedIn(request: Request): boolean;
declare function getSession(request: Request): Promise<{ userId: string } | null>;
declare function isOverBudget(userId: string): Promise<boolean>;
/** A recording of yours, as bundlers give it. */
declare module "*.cassette.json" {
  const cassette: import("polylogue/cassette").Cassette;
  export default cassette;
}
/** As React Router has it. */
declare module "@react-router/dev/routes" {
  interface RouteConfigEntry {
    path?: string;
    file: string;
  }
  export type RouteConfig = RouteConfigEntry[];
  export function index(file: string): RouteConfigEntry;
  export function route(path: string, file: string): RouteConfigEntry;
}
/** As React Router has it. */
declare module "@react-router/dev/vite" {
  export function reactRouter(): import("vite").Plugin[];
}
/** As Astro has it. */
declare module "astro:env/server" {
  export function getSecret(name: string): string | undefined;
}
