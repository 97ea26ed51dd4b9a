import { Streamdown } from "streamdown";
import { inShell } from "../shell";
import "./streamdown.css";

export default inShell(({ text, isStreaming }) => (
  <Streamdown isAnimating={isStreaming}>{text}</Streamdown>
));
