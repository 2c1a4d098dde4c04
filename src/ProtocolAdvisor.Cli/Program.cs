using ProtocolAdvisor.Cli;

return await Invocation.RunAsync(args);
