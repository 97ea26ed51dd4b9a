"use client";
import { useEffect, useId, useState, type ReactElement } from "react";
import type { Exchange, RecordedChunk } from "../cassette/cassette.js";
import { toCurl } from "../cassette/toCurl.js";
import { CopyButton } from "../components/CopyButton.js";
import { Icon } from "../components/icons.js";
import { ToolValue } from "../components/parts/ToolValue.js";
import type { DevtoolsLabels } from "./devtoolsLabels.js";
import { readFigures, type Figures } from "./readFigures.js";

/** Props of `ExchangeView`. */
export interface ExchangeViewProps {
  exchange: Exchange;
  labels: DevtoolsLabels;
}

/** Pieces of an answer that are shown at most: a page is slow with more. */
const maxPieces = 500;

/** One request in a line, and all of it when it is opened. */
export function ExchangeView({ exchange, labels }: ExchangeViewProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const figures = useFigures(exchange);
  const { request } = exchange;
  return (
    <li data-pl-tool="" data-state={stateOf(exchange)}>
      <button
        type="button"
        data-pl-disclosure=""
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevronRight" />
        <bdi>{`${request.method} ${request.url.replace(/^https?:\/\//, "")}`}</bdi>
        <span data-pl-tool-state="">{statusOf(exchange, labels)}</span>
      </button>
      <p data-pl-figures="">{figuresIn(figures, labels).join(" · ")}</p>
      {isOpen ? (
        <div data-pl-tool-body="" id={id}>
          <Details exchange={exchange} figures={figures} labels={labels} />
        </div>
      ) : null}
    </li>
  );
}

function Details({
  exchange: { request, response },
  figures,
  labels,
}: ExchangeViewProps & { figures: Figures }): ReactElement {
  const chunks = response?.chunks ?? [];
  const hidden = Math.max(0, chunks.length - maxPieces);
  const head = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`);
  const address = `${request.method} ${request.url}`;
  return (
    <>
      <div data-pl-devtools-actions="">
        <CopyButton text={() => toCurl(request)} label={labels.copyAsCurl} labels={labels} />
      </div>
      <ToolValue title={labels.request} value={[address, ...head].join("\n")} />
      {request.body ? <ToolValue title={labels.body} value={indented(request.body)} /> : null}
      {figures.error ? <p data-pl-tool-error="">{figures.error}</p> : null}
      {response ? (
        <>
          <ToolValue title={labels.headers} value={response.headers} />
          <ToolValue
            title={labels.answer(chunks.length)}
            value={[
              ...(hidden > 0 ? [labels.earlier(hidden)] : []),
              ...chunks.slice(hidden).map(lineOf),
            ].join("\n")}
          />
        </>
      ) : null}
    </>
  );
}

/** Measured once it is over: while it runs there would be something to read with each piece. */
function useFigures(exchange: Exchange): Figures {
  const [figures, setFigures] = useState<Figures>({});
  const ended = exchange.end === "open" ? undefined : exchange;
  useEffect(() => {
    if (!ended) return;
    let isCurrent = true;
    void readFigures(ended).then((read) => isCurrent && setFigures(read));
    return () => void (isCurrent = false);
  }, [ended]);
  return figures;
}

function figuresIn(figures: Figures, labels: DevtoolsLabels): string[] {
  const { firstTokenMs, tokensPerSecond, inputTokens, outputTokens, cost } = figures;
  return [
    firstTokenMs === undefined ? "" : labels.firstToken(firstTokenMs),
    tokensPerSecond === undefined ? "" : labels.tokensPerSecond(tokensPerSecond),
    inputTokens === undefined && outputTokens === undefined
      ? ""
      : labels.tokens(inputTokens, outputTokens),
    cost === undefined ? "" : labels.cost(cost),
  ].filter(Boolean);
}

function stateOf({ end, response }: Exchange): string {
  if (end === "open") return "input-available";
  const isFine = end !== "failed" && response !== undefined && response.status < 400;
  return isFine ? "output-available" : "output-error";
}

function statusOf({ end, response }: Exchange, labels: DevtoolsLabels): string {
  if (end === "open") return labels.running;
  return response ? String(response.status) : labels.noAnswer;
}

function lineOf({ atMs, text, base64 }: RecordedChunk): string {
  return `+${atMs} ms  ${text?.trimEnd() ?? `base64 ${base64}`}`;
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
