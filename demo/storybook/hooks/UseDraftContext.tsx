import { Chat, useDraftContext, type ModelProp } from "polylogue";

/** What belongs to the next message: its attachments, the model that will get it, the parameters. */
function NextMessage() {
  const { attachments, choice } = useDraftContext();
  const { length } = attachments.attachments;
  return (
    <span data-pl-note="">
      {length === 1 ? "1 file" : `${length} files`} for{" "}
      {typeof choice.model === "string" ? choice.model : "a function"}
    </span>
  );
}

function Composer() {
  return <Chat.Composer end={<NextMessage />} />;
}

const components = { Composer };

export function ChatWithNote({ model }: { model: ModelProp }) {
  return <Chat model={model} components={components} style={{ blockSize: 420 }} />;
}
