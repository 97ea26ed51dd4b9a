// Makes the model catalogue anew: src/client/catalog/data. Sources and rules stand in scripts/catalog.
import { runnerImport } from "vite";

const { module } = await runnerImport("./scripts/catalog/update.ts", { configFile: false });
await module.updateCatalog("src/client/catalog/data");
