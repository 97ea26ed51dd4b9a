// The apps the packed package is tried in. Each is:
//   title, folder          what it is called, and its folder in the one of the run
//   guide                  the page of the documentation whose titled blocks are files of the app
//   exampleAt              the file that is README's first example
//   files                  the rest: what the framework's own template has
//   dependencies, devDependencies
//   env                    what its commands find in their environment
//   check, build           commands; `built` is the folder of what the build makes
//   pages                  paths below the root at which a chat stands; default: the root alone
//   rendersOnServer        whether the page of the server holds the chat already
//   servers                how it is served: `title`, `command` for a port, `env` in addition, `gateway` for a command that is
//                          started first, `isOpen` where the gateway asks for no session, `drawsInPage` where the
//                          bundler loses the worker for images
import { astroGuide } from "./apps/astro.mjs";
import { nextGuide } from "./apps/next.mjs";
import { reactRouterGuide } from "./apps/reactRouter.mjs";
import { viteExample, viteGuide } from "./apps/vite.mjs";

export const apps = [viteExample, viteGuide, nextGuide, astroGuide, reactRouterGuide];
